package io.milliwatt.firmware;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The host build of the firmware, loaded once per process from the jar's resources.
 *
 * <p>The system property {@code milliwatt.firmware.library} names another library file to load instead, for example one
 * built with sanitizers. The JVM needs {@code --enable-native-access=ALL-UNNAMED}.
 */
public final class FirmwareLibrary {

    private static final String RESOURCE = "native/libmilliwatt.so";
    private static final SymbolLookup SYMBOLS = load();
    private static final Linker LINKER = Linker.nativeLinker();
    private static final MethodHandle ERROR_TEXT =
            function("mw_error_text", FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT));

    private FirmwareLibrary() {}

    /**
     * A C function of the library.
     *
     * @throws IllegalArgumentException if the library has no such symbol
     */
    public static MethodHandle function(String name, FunctionDescriptor descriptor, Linker.Option... options) {
        return LINKER.downcallHandle(symbol(name), descriptor, options);
    }

    /**
     * The address of a C function or variable of the library.
     *
     * @throws IllegalArgumentException if the library has no such symbol
     */
    static MemorySegment symbol(String name) {
        return SYMBOLS.find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The firmware library has no symbol " + name + "; rebuild it with make host."));
    }

    /** The firmware's own words for a negative return code. */
    public static String errorText(int code) {
        try {
            MemorySegment text = (MemorySegment) ERROR_TEXT.invokeExact(code);
            return text.reinterpret(256).getString(0);
        } catch (Throwable failure) {
            throw new IllegalStateException("mw_error_text failed for code " + code, failure);
        }
    }

    private static SymbolLookup load() {
        String override = System.getProperty("milliwatt.firmware.library");
        return SymbolLookup.libraryLookup(override == null ? extract() : Path.of(override), Arena.global());
    }

    private static Path extract() {
        try (InputStream library = FirmwareLibrary.class.getResourceAsStream(RESOURCE)) {
            if (library == null) {
                throw new IllegalStateException(
                        "The firmware library is not in this jar: run make -C device-firmware host and package again.");
            }
            Path file = Files.createTempFile("libmilliwatt", ".so");
            file.toFile().deleteOnExit();
            Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The firmware library cannot be unpacked; is the temporary folder writable?", failure);
        }
    }
}
