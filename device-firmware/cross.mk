# The firmware for Cortex-M and its emulated boards. Included by Makefile; `make help` lists the targets.
# Programs for a board: bench/NAME.c (instruction counts) and tests/emulated/NAME.c.

include port/mbedtls/mbedtls.mk

BOARDS := m4 m55 m0
TARGET ?= m4

CROSS   ?= arm-none-eabi-

CORE_m4  := -mcpu=cortex-m4 -mthumb -mfloat-abi=hard -mfpu=fpv4-sp-d16
CORE_m55 := -mcpu=cortex-m55 -mthumb -mfloat-abi=hard
CORE_m0  := -mcpu=cortex-m0 -mthumb

CROSS_OPTIMIZATION ?= -O2
# Lines and functions; CROSS_SYMBOLS=-g for variables too, in a debugger.
CROSS_SYMBOLS      ?= -g1
CROSS_CFLAGS := -std=c11 $(WARNINGS) $(CROSS_OPTIMIZATION) $(CROSS_SYMBOLS) -Iinclude -ffunction-sections -fdata-sections -fcallgraph-info=su

CROSS_SOURCES := $(wildcard src/*/*.c src/*/*/*.c)
BOARD_SOURCES := $(wildcard port/cortex-m/*.c)
CROSS_HEADERS := $(HEADERS) $(wildcard port/*/*.h bench/*.h tests/emulated/*.h)
BENCHES       := $(patsubst bench/%.c,%,$(wildcard bench/*.c))
EMULATED      := $(patsubst tests/emulated/%.c,%,$(wildcard tests/emulated/*.c))
SUITE         := $(wildcard tests/emulated/suite/*.c) port/host/simulated_flash.c
GOLDEN        := $(wildcard contract/vectors/*.mwm)

.PHONY: cross emulate bench bench-gate arm-found
cross: $(BOARDS:%=cross-%)

emulate: emulate-$(TARGET)

# Figures with their bars and anchors; `bench-gate` fails where one is above.
bench: $(BOARDS:%=bench-programs-%)
	@tools/bench $(BOARDS)

bench-gate: $(BOARDS:%=bench-programs-%)
	@tools/bench --gate $(BOARDS)

# Builds for one domain: the operations of its recipe as bits, and both kinds of forest with the networks of all operators; for a
# heart forests only, and all that watches one.
SELECTIONS := vibration heart soil irrigation
FORESTS_AND_NETWORKS := -DMW_MODEL_KINDS=0x92U
# 1-5, 16-19, 32-35: recipe 1. 24, 30. 10-12, 20, 21, 23, 25-29.
SELECT_vibration := $(FORESTS_AND_NETWORKS) -DMW_RECIPE_OPERATIONS=0xF000F003EULL
SELECT_heart     := -DMW_MODEL_KINDS=0x82U -DMW_RECIPE_OPERATIONS=0x41000000ULL -DMW_SELECTED_HEART
# 31 alone, networks only, and all that watches a soil and works valves.
SELECT_irrigation := -DMW_MODEL_KINDS=0x10U -DMW_RECIPE_OPERATIONS=0x80000000ULL -DMW_SELECTED_SOIL
SELECT_soil      := $(FORESTS_AND_NETWORKS) -DMW_RECIPE_OPERATIONS=0x3EB01C00ULL

# Flash by part against its limit. The objects at -Os lie under build/small; nobody debugs them.
.PHONY: size size-gate small
size: small $(BOARDS:%=bench-programs-%)
	@tools/size $(BOARDS)

size-gate: small $(BOARDS:%=bench-programs-%)
	@tools/size --gate $(BOARDS)

# The deepest stack of every public function.
.PHONY: stack stack-gate
stack: $(BOARDS:%=$(BUILD)/%/libmilliwatt.a)
	@tools/stack $(BOARDS)

stack-gate: $(BOARDS:%=$(BUILD)/%/libmilliwatt.a)
	@tools/stack --gate $(BOARDS) > $(BUILD)/stack.results || { cat $(BUILD)/stack.results; exit 1; }

.PHONY: gates
gates: bench-gate size-gate stack-gate

small:
	@$(MAKE) --no-print-directory --silent BUILD=$(BUILD)/small CROSS_OPTIMIZATION=-Os CROSS_SYMBOLS= \
	  $(BOARDS:%=$(BUILD)/small/%/libmilliwatt.a) $(SELECTIONS:%=$(BUILD)/small/selected/%.elf)

arm-found:
	@command -v $(CROSS)gcc > /dev/null || { echo "$(CROSS)gcc is missing: install the Debian packages gcc-arm-none-eabi and libnewlib-arm-none-eabi"; exit 1; }
	@command -v qemu-system-arm > /dev/null || { echo "qemu-system-arm is missing: install the Debian package qemu-system-arm"; exit 1; }

# Data of a bench, written by a program on the host.
$(BUILD)/bench/%: bench/data/%.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $< -o $@ $(LDLIBS)

$(BUILD)/bench/%.inc: $(BUILD)/bench/%
	$< > $@.new && mv $@.new $@

BENCH_DATA := $(patsubst bench/data/%.c,$(BUILD)/bench/%.inc,$(wildcard bench/data/*.c))

# $(1) board. Programs see the engine as an archive, so that each holds only what it uses.
define BOARD_RULES
.PHONY: cross-$(1) emulate-$(1) faults-$(1) bench-$(1) bench-programs-$(1)
cross-$(1): $$(BUILD)/$(1)/libmilliwatt.a $$(EMULATED:%=$$(BUILD)/$(1)/%.elf) $$(BENCHES:%=$$(BUILD)/$(1)/bench-%.elf)

$$(BUILD)/$(1)/mbedtls/%.o: $$(MBEDTLS)/checked port/mbedtls/config.h port/mbedtls/mbedtls.mk | arm-found
	@mkdir -p $$(@D)
	$$(CROSS)gcc -std=c99 $$(CROSS_OPTIMIZATION) $$(CROSS_SYMBOLS) -ffunction-sections -fdata-sections $$(CORE_$(1)) $$(MBEDTLS_CFLAGS) -c $$(MBEDTLS)/library/$$*.c -o $$@

$$(BUILD)/$(1)/libcrypto.a: $$(MBEDTLS_FILES:%=$$(BUILD)/$(1)/mbedtls/%.o) $$(BUILD)/$(1)/port/mbedtls/crypto.o $$(BUILD)/$(1)/port/mbedtls/memory.o
	@rm -f $$@
	$$(CROSS)ar rcs $$@ $$^

$$(BUILD)/$(1)/port/mbedtls/%.o: port/mbedtls/%.c $$(MBEDTLS)/checked $$(CROSS_HEADERS) Makefile cross.mk | arm-found
	@mkdir -p $$(@D)
	$$(CROSS)gcc $$(CROSS_CFLAGS) $$(CORE_$(1)) $$(MBEDTLS_CFLAGS) -c $$< -o $$@

$$(BUILD)/$(1)/%.o: %.c $$(CROSS_HEADERS) Makefile cross.mk | arm-found
	@mkdir -p $$(@D)
	$$(CROSS)gcc $$(CROSS_CFLAGS) $$(CORE_$(1)) -DMW_TARGET='"$(1)"' -I$$(BUILD)/bench -c $$< -o $$@

$$(BENCHES:%=$$(BUILD)/$(1)/bench/%.o): $$(BENCH_DATA)

$$(BUILD)/$(1)/libmilliwatt.a: $$(CROSS_SOURCES:%.c=$$(BUILD)/$(1)/%.o)
	@rm -f $$@
	$$(CROSS)ar rcs $$@ $$^

$$(BUILD)/$(1)/libboard.a: $$(BOARD_SOURCES:%.c=$$(BUILD)/$(1)/%.o)
	@rm -f $$@
	$$(CROSS)ar rcs $$@ $$^

ARCHIVES_$(1) := $$(addprefix $$(BUILD)/$(1)/,libmilliwatt.a libcrypto.a libboard.a)
LINK_$(1) = $$(CROSS)gcc $$(CORE_$(1)) -nostartfiles -Lport/cortex-m -T port/cortex-m/$(1).ld -Wl,--gc-sections,--fatal-warnings

$$(BUILD)/$(1)/%.elf: $$(BUILD)/$(1)/tests/emulated/%.o $$(ARCHIVES_$(1)) $$(wildcard port/cortex-m/*.ld)
	$$(LINK_$(1)) $$(filter %.o %.a,$$^) -o $$@

$$(BUILD)/$(1)/bench-%.elf: $$(BUILD)/$(1)/bench/%.o $$(ARCHIVES_$(1)) $$(wildcard port/cortex-m/*.ld)
	$$(LINK_$(1)) $$(filter %.o %.a,$$^) -Wl,-Map=$$(@:.elf=.map) -o $$@

# The test program of the host, whose compiler has checked it, on the boards with memory enough for it.
$$(TESTS:%.c=$$(BUILD)/$(1)/%.o): CROSS_CFLAGS += -w
$$(BUILD)/$(1)/tests-program.elf: $$(TESTS:%.c=$$(BUILD)/$(1)/%.o) $$(SUITE:%.c=$$(BUILD)/$(1)/%.o) $$(ARCHIVES_$(1)) $$(wildcard port/cortex-m/*.ld)
	$$(LINK_$(1)) $$(filter %.o %.a,$$^) -o $$@

.PHONY: suite-$(1)
suite-$(1): $$(BUILD)/$(1)/tests-program.elf
	COUNTED=no port/cortex-m/run $(1) $$<

emulate-$(1): $$(BUILD)/$(1)/golden.elf faults-$(1) $(if $(filter m0,$(1)),,suite-$(1))
	port/cortex-m/run $(1) $$< $$(GOLDEN)

# A fault must end the program with status 99 and its cause, whatever kind it is.
faults-$(1): $$(BUILD)/$(1)/fault.elf
	@for way in write instruction odd stack; do \
	  port/cortex-m/run $(1) $$< $$$$way 2> $$(BUILD)/$(1)/fault.log; status=$$$$?; \
	  [ $$$$status = 99 ] && grep -q "^FAULT: " $$(BUILD)/$(1)/fault.log || { \
	    cat $$(BUILD)/$(1)/fault.log; echo "$(1): the fault '$$$$way' ended with status $$$$status, not 99"; exit 1; }; \
	done

bench-programs-$(1): $$(BENCHES:%=$$(BUILD)/$(1)/bench-%.elf)

bench-$(1): bench-programs-$(1)
	@tools/bench $(1)
endef
$(foreach board,$(BOARDS),$(eval $(call BOARD_RULES,$(board))))

# $(1) selection. Only the files that choose are compiled for it; the linker takes the rest from the archive and drops what
# nothing refers to.
SELECTING := src/dsp/operations src/model/bundle src/model/score bench/selected/engine
define SELECTION_RULES
$$(BUILD)/selected/$(1)/%.o: %.c $$(CROSS_HEADERS) Makefile cross.mk | arm-found
	@mkdir -p $$(@D)
	$$(CROSS)gcc $$(CROSS_CFLAGS) $$(CORE_m4) $$(SELECT_$(1)) -c $$< -o $$@

$$(BUILD)/selected/$(1).elf: $$(SELECTING:%=$$(BUILD)/selected/$(1)/%.o) $$(BUILD)/m4/libmilliwatt.a
	$$(CROSS)gcc $$(CORE_m4) -nostartfiles -Wl,--gc-sections,-e,main,-Map=$$(@:.elf=.map) $$^ -o $$@
endef
$(foreach selection,$(SELECTIONS),$(eval $(call SELECTION_RULES,$(selection))))

# The node that runs live: its frames pass over UART0 to a bridge (apps/virtual-nodes).
NODE_OBJECTS := $(patsubst %.c,$(BUILD)/m4/%.o,$(wildcard port/cortex-m/node/*.c))

.PHONY: emulated-node
emulated-node: $(BUILD)/m4/node.elf
cross-m4: emulated-node

$(NODE_OBJECTS): $(wildcard port/cortex-m/node/*.h)

$(BUILD)/m4/node.elf: $(NODE_OBJECTS) $(ARCHIVES_m4) $(wildcard port/cortex-m/*.ld)
	$(LINK_m4) $(filter %.o %.a,$^) -o $@
