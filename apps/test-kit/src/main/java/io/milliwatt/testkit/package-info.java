/**
 * What the tests of every server share: a database of their own, the way in as a person or as the gateway, and a node
 * that numbers its frames. No main code of another module may use it.
 */
package io.milliwatt.testkit;
