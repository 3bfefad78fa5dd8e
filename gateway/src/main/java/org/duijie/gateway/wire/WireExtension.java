package org.duijie.gateway.wire;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Watches each connection that is made to the gateway. Neither the framework nor its HTTP server lets anybody say what
 * is answered to bytes that are no request, nor how long a head may take; Netty finds this extension by itself.
 */
public final class WireExtension extends ChannelInitializerExtension {

    private final Duration headTimeout = timeout("head");
    private final Duration readerTimeout = timeout("reader");

    private static Duration timeout(String name) {
        return ConfigProvider.getConfig().getValue("duijie.gateway." + name + "-timeout", Duration.class);
    }

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        channel.pipeline().addFirst(new ReaderWatch(readerTimeout), new HeadWatch(headTimeout));
    }
}
