/** What a model loses by being made smaller: settings of a compression, judged on the honest split, and the point chosen among them. */
package io.milliwatt.training.compression;
