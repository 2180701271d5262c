/** The urgent path: events posted to the domain's app. */
package io.milliwatt.gateway.adapter.http;
