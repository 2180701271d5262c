/** The import rules of the whole suite, each with the reason it exists for. */
package io.milliwatt.architecture;
