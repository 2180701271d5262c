/** The registry for operators: routes under {@code /api}, their token, and errors as problem documents (RFC 9457). */
package io.milliwatt.gateway.adapter.rest;
