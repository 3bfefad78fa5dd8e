package org.duijie.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SuiteOptionsTest {
    @Test
    void aSandboxBeginsAnewBesideTheSuiteThatIsKept() {
        SuiteOptions kept = SuiteOptions.of(new Checkout(Path.of("/duijie"))).on(Ports.offset(100));

        SuiteOptions sandbox = kept.asSandbox();

        assertThat(sandbox.sandbox()).isTrue();
        assertThat(sandbox.fresh()).isTrue();
        assertThat(sandbox.state()).isEqualTo(kept.state().resolve("sandbox"));
        assertThat(sandbox.ports()).isEqualTo(kept.ports());
        assertThat(kept.sandbox()).isFalse();
    }
}
