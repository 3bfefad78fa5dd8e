package org.duijie.matching.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.duijie.chassis.event.IncomingEvent;
import org.duijie.chassis.event.PoisonEventException;
import org.duijie.chassis.json.StrictJson;
import org.duijie.chassis.testing.EventContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** We read what the producers say they write: their own examples, from their contract folders. */
class ProducerExamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

    static {
        new StrictJson().customize(JSON);
    }

    @ParameterizedTest
    @CsvSource({
        "../project-service/contract, division, DivisionFact",
        "../project-service/contract, need, NeedFact",
        "../organization-service/contract, organization, OrganizationFact",
        "../organization-service/contract, offer, OfferFact"
    })
    void readsEveryExample(Path contract, String aggregate, String kind) {
        assertThat(EventContract.of(contract).examples(aggregate)).allSatisfy(example -> assertThat(
                        read(aggregate, example).getClass().getSimpleName())
                .isEqualTo(kind));
    }

    @Test
    void keepsWhatMattersOfANeed() {
        NeedFact need = (NeedFact) read("need", example("../project-service/contract", "need", "\"PUBLISHED\""));

        assertThat(need.open()).isTrue();
        assertThat(need.everPublished()).isTrue();
        assertThat(need.items()).isNotEmpty();
        assertThat(need.valueFen()).isPositive();
        assertThat(need.deadline()).isNotNull();
        assertThat(need.text()).startsWith(need.title() + "。").endsWith("小学课外读物、教师培训费");
    }

    @Test
    void asksOnlyForWhatNoAgreementHasTakenOn() {
        String committed = example("../project-service/contract", "need", "\"committed\"");
        NeedFact whole = (NeedFact) read("need", committed.replaceAll("\"committed\": \\[[^]]*\\],", ""));
        NeedFact part = (NeedFact) read("need", committed.replaceAll("\"committed\": \\[[^]]*\\]", """
                "committed": ["500", "12000.5"]"""));

        assertThat(part.items()).singleElement().satisfies(books -> {
            assertThat(books.quantityThousandths())
                    .isEqualTo(whole.items().getFirst().quantityThousandths() - 500_000);
            assertThat(books.valueFen()).isLessThan(whole.items().getFirst().valueFen());
        });
        assertThat(part.item(0)).isPresent();
        assertThat(part.item(1)).isEmpty();
        assertThat(whole.item(1)).isPresent();
    }

    @Test
    void keepsWhatMattersOfAnOrganizationAndItsOffer() {
        var organization = (OrganizationFact)
                read("organization", example("../organization-service/contract", "organization", "\"VERIFIED\""));
        var offer = (OfferFact) read("offer", example("../organization-service/contract", "offer", "\"OPEN\""));

        assertThat(organization.verified()).isTrue();
        assertThat(organization.registrarDivision()).hasSize(6);
        assertThat(offer.open()).isTrue();
        assertThat(offer.items()).isNotEmpty();
        assertThat(offer.text())
                .startsWith(offer.title() + "。")
                .hasSizeGreaterThan(offer.title().length() + 10);
        assertThat(offer.smallestCommitmentFen()).isPositive();
        assertThat(offer.largestCommitmentFen()).isPositive();
    }

    @Test
    void keepsWhatBecameOfAnOrganizationsPromises() {
        var organization = (OrganizationFact)
                read("organization", example("../organization-service/contract", "organization", "\"promises\""));

        assertThat(organization.promises()).isEqualTo(new OrganizationFact.Promises(12, 1, 31, 2, 0));
    }

    @Test
    void refusesWhatLacksAMemberThatWeUse() {
        String example = example("../project-service/contract", "need", "\"PUBLISHED\"");

        assertThatThrownBy(() -> read("need", example.replace("\"deadline\"", "\"lastDay\"")))
                .isInstanceOf(PoisonEventException.class);
        assertThatThrownBy(() -> read("need", example.replace("\"version\"", "\"edition\"")))
                .isInstanceOf(PoisonEventException.class);
        assertThatThrownBy(() -> read("need", "{}")).isInstanceOf(PoisonEventException.class);
    }

    @Test
    void refusesAnEventThatNobodyToldUsOf() {
        assertThatThrownBy(() -> read("weather", "{}")).isInstanceOf(PoisonEventException.class);
    }

    private static String example(String contract, String aggregate, String having) {
        return EventContract.of(Path.of(contract)).examples(aggregate).stream()
                .filter(example -> example.contains(having))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No example of " + aggregate + " having " + having));
    }

    private static Fact read(String aggregate, String json) {
        return ReplicaService.read(new IncomingEvent(
                UUID.randomUUID(),
                "org.duijie." + aggregate + ".happened.v1",
                UUID.randomUUID(),
                Instant.EPOCH,
                1,
                null,
                new IncomingEvent.Payload() {
                    @Override
                    public <T> T as(Class<T> shape) {
                        try {
                            return JSON.readerFor(shape)
                                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                                    .readValue(json);
                        } catch (IOException unreadable) {
                            throw new PoisonEventException(String.valueOf(unreadable.getMessage()));
                        }
                    }
                }));
    }
}
