package org.duijie.matching.likeness;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * Reads Chinese sentences: BGE small zh v1.5 (Xiao et al. 2023, "C-Pack"), its weights in whole numbers, run in process.
 * A text's meaning is the state of the mark at its beginning. Takes some 60 MB outside the heap and one thread at a time.
 */
final class TextModel implements AutoCloseable {

    /** What reads, and after the slash the edition of how: of the wording, the cutting, the rounding and the calibration. */
    static final String NAME = "bge-small-zh-v1.5-q/1";

    private static final String WEIGHTS = "/bge-small-zh-v1.5-q.onnx";
    private static final String TOKENIZER = "/bge-small-zh-v1.5-q-tokenizer.json";

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPiece pieces;

    private TextModel(OrtEnvironment environment, OrtSession session, WordPiece pieces) {
        this.environment = environment;
        this.session = session;
        this.pieces = pieces;
    }

    /**
     * Loads the model; takes about a second.
     *
     * @throws UnreadableException if it cannot be loaded on this machine
     */
    static TextModel open() {
        try (InputStream tokenizer = resource(TOKENIZER)) {
            WordPiece pieces = WordPiece.of(tokenizer);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            return new TextModel(environment, session(environment), pieces);
        } catch (IOException | OrtException | LinkageError failed) {
            throw new UnreadableException("The text model could not be loaded", failed);
        }
    }

    /** From a file: the weights never are on the heap, which may be small. */
    private static OrtSession session(OrtEnvironment environment) throws IOException, OrtException {
        Path file = Files.createTempFile("duijie-", ".onnx");
        try (InputStream weights = resource(WEIGHTS);
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            Files.copy(weights, file, StandardCopyOption.REPLACE_EXISTING);
            // It reads beside everything else: one thread, and no memory kept for a longer text than the last.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setCPUArenaAllocator(false);
            return environment.createSession(file.toString(), options);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(TextModel.class.getResourceAsStream(name), name);
    }

    /**
     * The meaning of a text.
     *
     * @throws UnreadableException if the model fails on it
     */
    TextVector read(String text) {
        long[] ids = pieces.ids(text);
        long[] attention = new long[ids.length];
        Arrays.fill(attention, 1);
        try (OnnxTensor input = tensor(ids);
                OnnxTensor mask = tensor(attention);
                OnnxTensor types = tensor(new long[ids.length]);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
            FloatBuffer states = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] first = new float[TextVector.DIMENSIONS];
            states.get(first);
            return TextVector.of(first);
        } catch (OrtException failed) {
            throw new UnreadableException("The text model failed", failed);
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {1, values.length});
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException failed) {
            throw new UnreadableException("The text model could not be closed", failed);
        }
    }

    /** The model is not there, or fails. */
    static final class UnreadableException extends RuntimeException {

        private static final long serialVersionUID = 1;

        UnreadableException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
