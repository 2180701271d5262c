package io.milliwatt.ecg.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP archive of files that a format's writer makes in a folder; the folder is gone afterwards. */
public final class FileArchive {

    private FileArchive() {}

    /** Writes files into a folder, none into folders below it. */
    @FunctionalInterface
    public interface Content {
        void into(Path folder) throws IOException;
    }

    /** Leaves {@code out} open. */
    public static void write(Content content, OutputStream out) throws IOException {
        Path folder = Files.createTempDirectory("milliwatt-export");
        try {
            content.into(folder);
            ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            for (Path file : files(folder)) {
                zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
                Files.copy(file, zip);
            }
            zip.finish();
        } finally {
            for (Path file : files(folder)) {
                Files.delete(file);
            }
            Files.delete(folder);
        }
    }

    private static TreeSet<Path> files(Path folder) throws IOException {
        TreeSet<Path> files = new TreeSet<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(files::add);
        }
        return files;
    }
}
