package org.duijie.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.duijie.chassis.embedded.Directories;
import org.jspecify.annotations.Nullable;

/**
 * Where one suite keeps what outlives it: data, secrets, logs, and the marks by which the next start finds processes
 * that were left behind. Only its owner can read it, and only one suite at a time can hold it.
 */
public final class StateDirectory implements AutoCloseable {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_ONLY_DIRECTORY = PosixFilePermissions.fromString("rwx------");
    // What is thrown away when that is wanted. Nothing else in the directory is ours, whatever directory we were given;
    // logs begin anew with every start.
    private static final List<String> DIRECTORIES = List.of("postgres", "kafka", "keycloak");
    private static final List<String> FILES = List.of("accounts.json", "sample");

    private final Path path;
    private final FileChannel lockFile;

    private StateDirectory(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /** Takes the directory for this suite; makes it when absent. */
    public static StateDirectory hold(Path path) {
        try {
            Path absolute = path.toAbsolutePath().normalize();
            Files.createDirectories(absolute, PosixFilePermissions.asFileAttribute(OWNER_ONLY_DIRECTORY));
            FileChannel lockFile = FileChannel.open(
                    absolute.resolve("lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (lock(lockFile) == null) {
                String holder = Files.readString(absolute.resolve("lock")).strip();
                lockFile.close();
                throw new StartFailure(
                        "Another run (process %s) holds %s. Stop it, or use --state DIR for a second one."
                                .formatted(holder, absolute));
            }
            lockFile.truncate(0);
            lockFile.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
            return new StateDirectory(absolute, lockFile);
        } catch (IOException e) {
            throw new StartFailure("Cannot use " + path + " to keep the state of the suite: " + e.getMessage(), e);
        }
    }

    private static @Nullable FileLock lock(FileChannel lockFile) throws IOException {
        try {
            return lockFile.tryLock();
        } catch (OverlappingFileLockException heldByThisJvm) {
            return null;
        }
    }

    /** Throws away data, accounts and secrets. */
    void clear() {
        DIRECTORIES.forEach(name -> Directories.delete(path.resolve(name)));
        try {
            for (String name : FILES) {
                Files.deleteIfExists(path.resolve(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path() {
        return path;
    }

    public Path accountsFile() {
        return accountsFile(path);
    }

    /** The accounts of the suite whose state is kept in this directory. */
    public static Path accountsFile(Path state) {
        return state.resolve("accounts.json");
    }

    /** Remembers which sample was loaded. */
    Path sampleMark() {
        return path.resolve("sample");
    }

    Path processes() {
        return directory("processes");
    }

    Path log(String name) {
        return directory("logs").resolve(name + ".log");
    }

    /** A directory of the state, made when absent; only its owner can enter it. */
    public Path directory(String name) {
        try {
            return Files.createDirectories(
                    path.resolve(name), PosixFilePermissions.asFileAttribute(OWNER_ONLY_DIRECTORY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file that only its owner can read, and that is whole whenever it is there. */
    public static void writeSecret(Path file, String content) {
        try {
            Path draft = file.resolveSibling(file.getFileName() + ".draft");
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.writeString(draft, content);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
