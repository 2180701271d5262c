/**
 * Who may do what: form login with a session cookie, users with roles, deny by default, and the guards against
 * forged origins, framed pages and guessed passwords.
 */
package io.milliwatt.platform.security;
