package org.attune.kernel;

/** An error whose message was written for the person or client that caused it. */
public abstract sealed class AttuneException extends RuntimeException
        permits InvalidException, NotFoundException, ConflictException, StaleException {
    protected AttuneException(String message) {
        super(message);
    }

    /** The same words in both languages where somebody has written both; otherwise the English ones twice. */
    public LocalText words() {
        return LocalText.same(getMessage());
    }

    /** What went wrong, for the person or client concerned. */
    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? "" : message;
    }
}
