/** The umbrella chart, linted and templated by Helm's own library without a cluster. */
package io.milliwatt.helm;
