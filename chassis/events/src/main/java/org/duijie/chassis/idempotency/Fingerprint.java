package org.duijie.chassis.idempotency;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two requests ask for the same: SHA-256 over method, target and body.
 *
 * <p>The body is taken as it was understood, in one canonical JSON form, and not as the bytes that came in: those are
 * gone when the method is called, and a client that writes the same members with other spacing or in another order asks
 * for the same. Parameters of path and query are part of the target; {@code @BeanParam} and context parameters are not
 * looked at, for what a header such as {@code If-Match} says may well differ when the request is sent again. A body that
 * the method itself reads as a stream is added by the command, see {@link Idempotency#once(byte[], Supplier)}.
 */
@Singleton
class Fingerprint {

    private final ObjectMapper canonical;

    @Inject
    Fingerprint(ObjectMapper json) {
        this.canonical = json.copy()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .registerModule(new SimpleModule("canonical-sets").addSerializer(Set.class, new SortedSet()));
    }

    byte[] of(Method method, String verb, @Nullable Object[] arguments, UriInfo target) {
        MessageDigest digest = KeyedRequest.sha256();
        add(digest, verb);
        add(digest, target.getRequestUri().getRawPath());
        add(digest, Objects.toString(target.getRequestUri().getRawQuery(), ""));
        for (int i = 0; i < arguments.length; i++) {
            if (!isNamed(method, i)) {
                addBody(digest, arguments[i]);
            }
        }
        return digest.digest();
    }

    /** A parameter that comes from elsewhere than the body says so; constraints and nullness say nothing of origin. */
    private static boolean isNamed(Method method, int parameter) {
        for (var annotation : method.getParameterAnnotations()[parameter]) {
            String origin = annotation.annotationType().getPackageName();
            if (origin.startsWith("jakarta.ws.rs") || origin.startsWith("org.jboss.resteasy.reactive")) {
                return true;
            }
        }
        return false;
    }

    private void addBody(MessageDigest digest, @Nullable Object body) {
        if (body instanceof InputStream) {
            return;
        }
        try {
            digest.update(canonical.writeValueAsBytes(body));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("A request body must be plain JSON", unwritable);
        }
    }

    private static void add(MessageDigest digest, String part) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    /** The order of a set's members depends on the process that read them. */
    @SuppressWarnings("rawtypes")
    private static final class SortedSet extends StdSerializer<Set> {

        private static final long serialVersionUID = 1L;

        SortedSet() {
            super(Set.class);
        }

        @Override
        public void serialize(Set members, JsonGenerator generator, SerializerProvider provider) throws IOException {
            TreeMap<String, Object> sorted = new TreeMap<>();
            for (Object member : members) {
                sorted.put(((ObjectMapper) generator.getCodec()).writeValueAsString(member), member);
            }
            generator.writeStartArray();
            for (Object member : sorted.values()) {
                provider.defaultSerializeValue(member, generator);
            }
            generator.writeEndArray();
        }
    }
}
