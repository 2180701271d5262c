/** What is known of soil and water, judged: {@code evaluate soil}. Each question has a room of its own below; this one asks them all. */
package io.milliwatt.training.soil;
