/** Methods of worked values by name: each brings a row's inputs into the agronomy library's types and its answers back under the row's names. */
package io.milliwatt.workbench.agronomy.method;
