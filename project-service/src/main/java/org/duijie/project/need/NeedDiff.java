package org.duijie.project.need;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.duijie.chassis.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Compares two versions of what is asked for, member by member, in the words of the API: a member that is added to
 * {@link NeedRequest} is compared without a further line.
 */
final class NeedDiff {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private static final TypeReference<LinkedHashMap<String, Object>> MEMBERS = new TypeReference<>() {};

    private final List<FieldChange> changes = new ArrayList<>();

    private NeedDiff() {}

    static List<FieldChange> between(NeedTerms before, NeedTerms after) {
        NeedDiff diff = new NeedDiff();
        diff.compareMembers("#", members(before), members(after));
        return List.copyOf(diff.changes);
    }

    /** The total shows beside what it is the sum of; a count that is withheld from readers is withheld here too. */
    private static Map<String, @Nullable Object> members(NeedTerms terms) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>(JSON.convertValue(NeedRequest.of(terms), MEMBERS));
        members.put("beneficiaries", JSON.convertValue(NeedResponse.Beneficiaries.of(terms), MEMBERS));
        members.put("value", JSON.convertValue(Money.ofFen(terms.valueFen()), MEMBERS));
        return members;
    }

    private void compare(String pointer, @Nullable Object before, @Nullable Object after) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before instanceof Map<?, ?> one && after instanceof Map<?, ?> other) {
            compareMembers(pointer, one, other);
        } else if (before instanceof List<?> one
                && after instanceof List<?> other
                && holdsObjects(one)
                && holdsObjects(other)) {
            compareElements(pointer, one, other);
        } else {
            changes.add(new FieldChange(pointer, before, after));
        }
    }

    private void compareMembers(String pointer, Map<?, ?> before, Map<?, ?> after) {
        Set<Object> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        names.forEach(name -> compare(pointer + "/" + name, before.get(name), after.get(name)));
    }

    private void compareElements(String pointer, List<?> before, List<?> after) {
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            compare(pointer + "/" + i, at(before, i), at(after, i));
        }
    }

    private static @Nullable Object at(List<?> list, int i) {
        return i < list.size() ? list.get(i) : null;
    }

    /** A list of words, such as the admitted levels, is one value. */
    private static boolean holdsObjects(List<?> list) {
        return list.stream().anyMatch(element -> element instanceof Map);
    }
}
