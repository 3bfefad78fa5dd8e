package org.duijie.local;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.duijie.local.identity.Accounts;
import org.duijie.local.identity.Tokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints an access token, for the next curl. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Prints an access token of an account of the running suite.")
final class TokenCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ACCOUNT", description = "A name that deploy/run printed, such as zhangbei or partner.")
    private String account = "";

    @Mixin
    private final ChosenSuite chosen = new ChosenSuite();

    @Override
    public Integer call() {
        Path directory = chosen.options().state();
        Path file = StateDirectory.accountsFile(directory);
        if (!Files.exists(file)) {
            throw new StartFailure("There are no accounts in " + directory + " yet: deploy/run makes them.");
        }
        LocalMain.OUT.println(token(Accounts.read(file)));
        return ExitCode.OK;
    }

    private String token(Accounts accounts) {
        try {
            return new Tokens(accounts).of(account);
        } catch (IllegalArgumentException noSuchAccount) {
            throw new StartFailure(noSuchAccount.getMessage() + ".", noSuchAccount);
        } catch (IllegalStateException | UncheckedIOException refused) {
            throw new StartFailure("No token: does the suite run? " + refused.getMessage(), refused);
        }
    }
}
