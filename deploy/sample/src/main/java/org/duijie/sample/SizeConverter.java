package org.duijie.sample;

import org.duijie.sample.data.SampleSize;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code small}, {@code full} (a million) or a number of offers and needs. */
final class SizeConverter implements ITypeConverter<SampleSize> {
    @Override
    public SampleSize convert(String value) {
        try {
            return switch (value) {
                case "small" -> SampleSize.SMALL;
                case "full" -> SampleSize.of(1_000_000);
                default -> SampleSize.of(Integer.parseInt(value));
            };
        } catch (NumberFormatException e) {
            throw new TypeConversionException("expected small, full or a number, not " + value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
