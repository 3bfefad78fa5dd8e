package org.duijie.project.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.problem.Problems;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines as a request's body is read: strict JSON, then what is wrong by itself. What is wrong with one line is
 * that line's fault, however broken it is.
 */
@Singleton
class LineReader {

    private static final Logger LOG = Logger.getLogger(LineReader.class);

    private final ObjectReader json;
    private final Validator validator;
    private final BothLanguages words;

    @Inject
    LineReader(ObjectMapper json, Validator validator, BothLanguages words) {
        this.json = json.readerFor(ImportLine.class);
        this.validator = validator;
        this.words = words;
    }

    List<ReadLine> read(Chunk chunk) {
        List<ReadLine> read = new ArrayList<>(chunk.lines());
        for (byte[] line : chunk.read()) {
            read.add(read(chunk.firstLine() + read.size(), line));
        }
        return read;
    }

    private ReadLine read(int number, byte[] text) {
        try {
            requireReadable(text);
            ImportLine line = json.readValue(text);
            Set<ConstraintViolation<ImportLine>> faults = validator.validate(line);
            if (!faults.isEmpty()) {
                return new ReadLine(number, referenceIn(text), null, words.refusal(faults));
            }
            return new ReadLine(number, line.reference(), line.put(), null);
        } catch (IOException | ProblemException wrong) {
            return new ReadLine(number, referenceIn(text), null, Problems.of(wrong));
        } catch (RuntimeException defect) {
            LOG.errorf("A line could not be read: %s", defect.getClass().getName());
            return new ReadLine(number, referenceIn(text), null, Problems.of(defect));
        }
    }

    private static void requireReadable(byte[] text) {
        if (text.length > Upload.LONGEST_LINE) {
            throw NeedImportProblem.LINE_TOO_LONG.problem();
        }
        if (new String(text, StandardCharsets.ISO_8859_1).isBlank()) {
            throw NeedImportProblem.LINE_BLANK.problem();
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
        } catch (CharacterCodingException notUtf8) {
            throw NeedImportProblem.LINE_NOT_UTF8.problem();
        }
    }

    /** The reference of a line that is not taken, where one can be made out: its sender knows the line by it. */
    private @Nullable String referenceIn(byte[] text) {
        try (JsonParser parser = json.getFactory().createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals("reference");
                JsonToken value = parser.nextToken();
                if (found) {
                    String reference = value == JsonToken.VALUE_STRING ? parser.getText() : "";
                    return reference.matches(org.duijie.project.publishing.ReferenceResource.REFERENCE)
                            ? reference
                            : null;
                }
                parser.skipChildren();
            }
        } catch (IOException unreadable) {
            return null;
        }
        return null;
    }
}
