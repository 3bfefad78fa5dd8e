package org.duijie.chassis.validation;

import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import jakarta.inject.Singleton;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import java.lang.annotation.ElementType;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * What is validated here are records, all of which is in memory. Whether a member may be looked at is a question about
 * entities, parts of which may still be in the database; asking it of every member, and keeping the answers, is half the
 * work of validating a need.
 */
@Singleton
class PlainData implements ValidatorFactoryCustomizer {

    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
        configuration.traversableResolver(new Everything()).enableTraversableResolverResultCache(false);
    }

    private static final class Everything implements TraversableResolver {

        @Override
        public boolean isReachable(
                @Nullable Object owner, Path.Node member, Class<?> root, Path path, ElementType element) {
            return true;
        }

        @Override
        public boolean isCascadable(
                @Nullable Object owner, Path.Node member, Class<?> root, Path path, ElementType element) {
            return true;
        }
    }
}
