package org.duijie.journeys;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.duijie.local.Checkout;
import org.duijie.local.SecondMatching;
import org.duijie.local.Suite;
import org.duijie.local.SuiteOptions;
import org.duijie.sample.http.Credentials;
import org.duijie.sample.http.Gateway;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A sandbox with the small sample, started once for all journeys on free ports, and stopped after the last. Journeys ask
 * for it, or for its {@link Gateway}, as parameters.
 */
public final class RunningSuite implements ParameterResolver {

    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(RunningSuite.class);

    /** What runs, and the door to it. */
    private record Running(Suite suite, OutsideDoor door, Gateway gateway) implements AutoCloseable {

        static Running start() {
            Suite suite = Suite.start(SuiteOptions.of(Checkout.here())
                    .in(Path.of("target", "suite").toAbsolutePath())
                    .asSandbox()
                    .onFreePorts()
                    .secondMatching(SecondMatching.LATER)
                    .tellingTo(System.out));
            try {
                suite.loadSample("small");
                OutsideDoor door = OutsideDoor.before(suite.gateway());
                return new Running(suite, door, new Gateway(door.address(), Credentials.read(suite.accountsFile())));
            } catch (RuntimeException failed) {
                suite.close();
                throw failed;
            }
        }

        @Override
        public void close() {
            gateway.close();
            door.close();
            suite.close();
        }
    }

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Suite.class || type == Gateway.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Running running = context.getRoot()
                .getStore(SPACE)
                .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class);
        return parameter.getParameter().getType() == Suite.class ? running.suite() : running.gateway();
    }
}
