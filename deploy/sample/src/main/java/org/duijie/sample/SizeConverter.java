package org.duijie.sample;

import org.duijie.sample.data.SampleSize;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code small} or a number of offers and needs. */
final class SizeConverter implements ITypeConverter<SampleSize> {
    @Override
    public SampleSize convert(String value) {
        if (value.equals("small")) {
            return SampleSize.SMALL;
        }
        try {
            return SampleSize.of(Integer.parseInt(value));
        } catch (NumberFormatException e) {
            throw new TypeConversionException("expected small or a number, not " + value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
