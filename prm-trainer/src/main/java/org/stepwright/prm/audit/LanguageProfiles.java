package org.stepwright.prm.audit;

import com.optimaize.langdetect.DetectedLanguage;
import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.stepwright.audit.LetterGuess;

/**
 * Languages by the profiles of language-detector by Optimaize, which is Shuyo's method.
 * Deterministic; the profiles are read when the first text is asked about.
 */
public final class LanguageProfiles implements LetterGuess {
    private static final double SURE = 0.95;

    private static final List<String> PROFILES =
            List.of(
                    "ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr",
                    "he", "hi", "hr", "hu", "id", "it", "lt", "lv", "nl", "no", "pl", "pt", "ro",
                    "ru", "sk", "sl", "sr", "sv", "tr", "uk", "vi");

    private LanguageDetector detector;

    @Override
    public synchronized Optional<String> of(String prose) {
        if (detector == null) {
            detector = load();
        }
        List<DetectedLanguage> found = detector.getProbabilities(prose);
        return found.isEmpty() || found.get(0).getProbability() < SURE
                ? Optional.empty()
                : Optional.of(found.get(0).getLocale().getLanguage());
    }

    private static LanguageDetector load() {
        try {
            return LanguageDetectorBuilder.create(NgramExtractors.standard())
                    .withProfiles(new LanguageProfileReader().read(PROFILES))
                    .seed(1)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException("The profiles of languages cannot be read.", e);
        }
    }
}
