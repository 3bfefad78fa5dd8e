package org.duijie.chassis.patch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Map;
import java.util.Set;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.problem.RequestProblem;

/**
 * Applies a merge patch: what it names is replaced, {@code null} takes away, everything else stays. The outcome is held
 * to all that a whole document is held to, so that nothing can be patched in which could not have been written.
 */
@Singleton
public class MergePatch {

    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final ObjectMapper json;
    private final Validator validator;

    @Inject
    public MergePatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * @param current the document as it is, of the type that a whole document has on the wire
     * @param patch an object; its members are those of the type
     * @return a document that is valid
     * @throws ProblemException 400 if the patch is no object, names a member that does not exist, or has a wrong type
     * @throws ConstraintViolationException for a value that is not allowed, answered like that of a whole document
     */
    public <T> T apply(T current, JsonNode patch, Class<T> type) {
        if (!patch.isObject()) {
            throw RequestProblem.MALFORMED.at("#", "合并补丁须为 JSON 对象。", "A merge patch is a JSON object.");
        }
        T merged = read(merge(json.valueToTree(current), patch), type);
        Set<ConstraintViolation<T>> faults = validator.validate(merged);
        if (!faults.isEmpty()) {
            throw new ConstraintViolationException(faults);
        }
        return merged;
    }

    /** The algorithm of RFC 7396 §2, but that even what is taken away must be a member that there is. */
    private JsonNode merge(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode result = target.isObject() ? (ObjectNode) target : json.createObjectNode();
        for (Map.Entry<String, JsonNode> member : patch.properties()) {
            if (member.getValue().isNull()) {
                // Absent and null are the same to every type; that the type knows the member is seen to when it is
                // read.
                result.putNull(member.getKey());
            } else {
                JsonNode before = result.has(member.getKey()) ? result.get(member.getKey()) : json.nullNode();
                result.set(member.getKey(), merge(before, member.getValue()));
            }
        }
        return result;
    }

    private <T> T read(JsonNode merged, Class<T> type) {
        try {
            return json.treeToValue(merged, type);
        } catch (JsonProcessingException unfit) {
            throw RequestProblem.unreadable(unfit);
        }
    }
}
