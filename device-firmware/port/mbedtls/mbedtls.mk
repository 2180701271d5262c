# Mbed TLS for Cortex-M, from the archive of the release; never committed. What is compiled is checked file by file, so it
# does not matter which of the addresses, or which MBEDTLS_ARCHIVE on disk, an archive comes from. Included by cross.mk.

MBEDTLS_RELEASE := https://github.com/Mbed-TLS/mbedtls/archive/refs/tags/v2.28.3.tar.gz

# Where the release cannot be reached: the same archive, from the package sources that this machine uses.
MBEDTLS_PACKAGED := pool/main/m/mbedtls/mbedtls_2.28.3.orig.tar.gz

# SHA-256 of library/*.c, library/*.h and include/mbedtls/*.h one after the other, in the order of LC_ALL=C.
MBEDTLS_SHA256 := 10eb44e2c1da84577a8bb26d5dae16d4fcf7abd5fce21f94415d74745fdeb9f6

MBEDTLS := $(BUILD)/mbedtls-2.28.3
MBEDTLS_ARCHIVE ?= $(BUILD)/mbedtls-2.28.3.tar.gz

MBEDTLS_FILES := asn1parse asn1write bignum constant_time ecdsa ecp ecp_curves md memory_buffer_alloc oid pk pk_wrap pkparse \
  platform platform_util sha256

MBEDTLS_CFLAGS := -isystem $(MBEDTLS)/include -DMBEDTLS_CONFIG_FILE='"port/mbedtls/config.h"' -I.

$(BUILD)/mbedtls-2.28.3.tar.gz:
	@mkdir -p $(@D)
	@sources=$$(apt-get indextargets --format '$$(REPO_URI)' 2> /dev/null | sort -u); \
	for address in $(MBEDTLS_RELEASE) $$(for source in $$sources; do echo "$${source%/}/$(MBEDTLS_PACKAGED)"; done); do \
	  echo "fetching $$address"; \
	  curl --fail --silent --show-error --location --connect-timeout 10 --max-time 300 --output $@.new $$address && mv $@.new $@ && exit 0; \
	done; \
	echo "Mbed TLS 2.28.3 could not be fetched: put its release archive at device-firmware/$@ or name it with MBEDTLS_ARCHIVE=PATH"; exit 1

$(MBEDTLS)/checked: $(MBEDTLS_ARCHIVE)
	@rm -rf $(MBEDTLS) && mkdir -p $(MBEDTLS)
	@tar -xzf $< -C $(MBEDTLS) --strip-components=1
	@found=$$(cd $(MBEDTLS) && export LC_ALL=C && cat library/*.[ch] include/mbedtls/*.h | sha256sum | cut -d' ' -f1); \
	  [ $$found = $(MBEDTLS_SHA256) ] || { echo "$<: these are not the sources of Mbed TLS 2.28.3 (SHA-256 $$found, not $(MBEDTLS_SHA256)): remove it and run the same command again"; exit 1; }
	@touch $@
