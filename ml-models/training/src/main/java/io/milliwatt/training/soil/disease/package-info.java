/** Disease rules judged on what was found in orchards. */
package io.milliwatt.training.soil.disease;
