package org.duijie.project.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

    private static final UUID PROJECT = UUID.fromString("0198f1c2-6f3e-7a51-8c0d-2f4b9f6f7a10");

    @Test
    void isWhatTheAddressInADocumentBeginsWith() {
        PublicAddress address = new PublicAddress(URI.create("https://duijie.example.org/suite"));

        assertThat(address.verification(PROJECT, "9f86d081884c7d659a2f"))
                .isEqualTo("https://duijie.example.org/suite/projects/" + PROJECT + "/agreement/9f86d081884c7d659a2f");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "duijie.example.org",
                "ftp://duijie.example.org",
                "https:///projects",
                "https://duijie.example.org/",
                "https://duijie.example.org?from=paper",
                "https://somebody@duijie.example.org"
            })
    void isNothingThatNobodyCouldFollow(String configured) {
        assertThatThrownBy(() -> new PublicAddress(URI.create(configured)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DUIJIE_PUBLIC_URL");
    }
}
