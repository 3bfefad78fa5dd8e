package org.duijie.gateway.wire;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.VertxOptions;
import jakarta.inject.Singleton;

/** Netty looks for extensions only where it is told to, and asks once: before the first port is opened. */
@Singleton
class WireExtensionLookup implements VertxOptionsCustomizer {

    @Override
    public void accept(VertxOptions options) {
        System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }
}
