/**
 * The released models, as files in this jar: by domain and version the bundle, its card and its evaluation. Released files never change;
 * a better model is a new version beside the old one.
 */
package io.milliwatt.models;
