package org.duijie.gateway.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.duijie.chassis.problem.ProblemCatalog;
import org.duijie.gateway.service.Service;
import org.duijie.gateway.service.ServiceCopies;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The problems of the whole suite: at the door, {@code GET /problems} lists those of every service beside its own. */
@Singleton
@Alternative
@Priority(1)
public class MergedProblems extends ProblemCatalog {

    private static final Logger LOG = Logger.getLogger(MergedProblems.class);

    private final ServiceCopies copies;
    private final ObjectMapper json;

    @Inject
    public MergedProblems(ServiceCopies copies, ObjectMapper json) {
        this.copies = copies;
        this.json = json;
    }

    @Override
    public Entries list() {
        return catalogue().entries();
    }

    /** @param missing the services whose problems are not in the list, because they never answered */
    record Catalogue(Entries entries, List<Service> missing) {

        @Nullable
        Entry named(String name) {
            return entries.items().stream()
                    .filter(entry -> entry.name().equals(name))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** The services share the problems of the chassis: a name that several list is one problem. */
    Catalogue catalogue() {
        Map<Service, ServiceCopies.Copy> answers = copies.of("/problems");
        Map<String, Entry> byName = new TreeMap<>();
        Stream.concat(super.list().items().stream(), answers.values().stream().flatMap(this::entries))
                .forEach(entry -> byName.putIfAbsent(entry.name(), entry));
        List<Service> missing = answers.entrySet().stream()
                .filter(answer -> answer.getValue().document() == null)
                .map(Map.Entry::getKey)
                .toList();
        return new Catalogue(new Entries(List.copyOf(byName.values())), missing);
    }

    private Stream<Entry> entries(ServiceCopies.Copy copy) {
        JsonNode document = copy.document();
        if (document == null) {
            return Stream.empty();
        }
        try {
            return Stream.of(json.treeToValue(document, Entries.class))
                    .map(Entries::items)
                    .flatMap(Collection::stream);
        } catch (JsonProcessingException strange) {
            LOG.warn("A catalogue of problems cannot be read", strange);
            return Stream.empty();
        }
    }
}
