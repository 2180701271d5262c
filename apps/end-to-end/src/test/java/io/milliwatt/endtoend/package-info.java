/**
 * The whole suite as a person meets it: started by the launcher's own command, looked at in a real browser. One demo serves
 * all tests; it runs on free ports and a fresh data folder.
 */
package io.milliwatt.endtoend;
