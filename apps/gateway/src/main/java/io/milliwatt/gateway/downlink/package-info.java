/** What goes from the server to a node: frames signed with the node's own key, and commands that wait for the node. */
package io.milliwatt.gateway.downlink;
