/**
 * Training examples of any domain: windows of recipe values with the class and the physical unit they come from, and their form as a
 * Tribuo data set.
 */
package io.milliwatt.training.example;
