/** Where the gateway's rules meet the network, the database and the framework; one package per counterpart. */
package io.milliwatt.gateway.adapter;
