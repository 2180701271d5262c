/**
 * The commands that train and judge the models of all domains. Progress goes to standard error, results to standard output.
 */
package io.milliwatt.training;
