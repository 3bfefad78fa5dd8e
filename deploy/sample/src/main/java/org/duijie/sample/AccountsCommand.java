package org.duijie.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the accounts of the local run as JSON, so that the launcher can make them with the identity provider. */
@Command(name = "accounts", description = "Print the accounts of the local run as a JSON list.")
final class AccountsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws JsonProcessingException {
        spec.commandLine()
                .getOut()
                .println(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(Accounts.all()));
        return 0;
    }
}
