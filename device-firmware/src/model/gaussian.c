/* A diagonal Gaussian is k-means with one cluster: the same body, the same distance. */
#include "kinds.h"
#include "kmeans.h"
#include "milliwatt/error.h"

int mw_gaussian_check(const struct mw_part *body, uint16_t inputs, uint16_t classes) {
    int result = mw_kmeans_check(body, inputs, classes);
    return result == MW_OK && body->bytes[MW_KMEANS_CLUSTERS] != 1 ? MW_ERROR_FORMAT : result;
}
