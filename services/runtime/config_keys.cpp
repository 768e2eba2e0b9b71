#include "services/runtime/config.h"

namespace wemo::runtime {

const std::vector<Config::Key> &Config::keys() {
    using Kind = Key::Kind;
    static const std::vector<Key> table{
        {"mode", "local", "local: everything on this machine, nothing to set up; server: the stores are given below",
         Kind::Word, "local server"},
        {"environment", "local", "the name shown to staff and in the log", Kind::Word, "local staging production"},
        {"data-dir", "", "local mode: where everything is kept (default: wemo-console in the user's data folder)"},
        {"listen", "127.0.0.1:8420", "address and port to serve on; port 0 takes any free one"},
        {"public-url", "", "how the SMS gateway reaches this service; empty = the address it listens on"},
        {"database-url", "", "sqlite:///path/to/file or postgresql://user@host:5432/name"},
        {"database-password", "", "of the PostgreSQL user", Kind::Text, "", true},
        {"redis-url", "", "redis://host:6379/0, unix:///path/to/socket or sentinel://host:26379,host:26379/master/0"},
        {"redis-password", "", "of Redis", Kind::Text, "", true},
        {"gateway-url", "", "base of the EVERY8D API; empty in local mode = the simulator, which is started along"},
        {"gateway-uid", "", "EVERY8D account", Kind::Text, "", true},
        {"gateway-password", "", "of the EVERY8D account", Kind::Text, "", true},
        {"gateway-timeout-ms", "10000", "how long one request to the gateway may take", Kind::Number, "", false, 100,
         60'000},
        {"callback-addresses", "",
         "addresses and networks, comma separated, that gateways send receipts from; empty = any that knows the token"},
        {"gateway-endpoint", "param", "how EVERY8D is given a message: SendParam, SendSMS or SendSMS4FilterMessage",
         Kind::Word, "param plain filter"},
        {"gateway-login", "password", "whether its login goes with each request, or a token that is asked for with it",
         Kind::Word, "password token"},
        {"mitake-url", "", "base of the Mitake API, a second SMS gateway; empty = none, in local mode the simulator's"},
        {"mitake-username", "", "Mitake account", Kind::Text, "", true},
        {"mitake-password", "", "of the Mitake account", Kind::Text, "", true},
        {"sms-route-otp", "every8d:100",
         "shares of the gateways in one-time codes; one that is not named, or with 0, helps out where the others "
         "cannot"},
        {"sms-route-transactional", "every8d:100", "likewise of notices"},
        {"sms-route-marketing", "every8d:100", "likewise of marketing"},
        {"gateway-failures", "5", "a gateway that fails so often in a row is passed over for a while", Kind::Number, "",
         false, 1, 1'000},
        {"gateway-pause-ms", "30000", "for so long; then one message tries it again", Kind::Number, "", false, 100,
         3'600'000},
        {"gateway-balance-seconds", "300", "how often gateways are asked what is left on the account", Kind::Number, "",
         false, 5, 86'400},
        {"sms-workers", "4", "messages of each purpose given to the gateway at once", Kind::Number, "", false, 1, 64},
        {"sms-per-second", "50",
         "messages of each purpose begun in a second, over all services, until staff set another limit; 0 = no limit",
         Kind::Number, "", false, 0, 100'000},
        {"sms-burst", "10", "of these, so many at once", Kind::Number, "", false, 1, 100'000},
        {"sms-segment-cost", "every8d=1.0, mitake=1.0",
         "what a segment costs by gateway, in TWD: for what previews say; what was charged comes from the gateway"},
        {"sms-sweep-ms", "5000", "how often messages are looked through for lost jobs, queries due and deadlines",
         Kind::Number, "", false, 50, 600'000},
        {"sms-poll-seconds", "60,300,900,3600",
         "when a gateway is asked for a message that no receipt told of, after it took it"},
        {"sms-poll-margin-seconds", "120",
         "it is asked once more so long after the message's validity, and given up so long after that", Kind::Number,
         "", false, 1, 86'400},
        {"sms-keep-text-days", "90", "then a message's text is dropped; 0 = never", Kind::Number, "", false, 0, 36'500},
        {"sms-keep-number-days", "365",
         "then a message's number is replaced by a pseudonym nobody can look up; 0 = never", Kind::Number, "", false, 0,
         36'500},
        {"sms-lost-job-ms", "10000", "a message not answered for after that gets its job again", Kind::Number, "",
         false, 100, 600'000},
        {"queue-prefix", "bull",
         "before every key of a queue in Redis, as BullMQ's prefix; {bull} for a Redis Cluster"},
        {"queue-lock-ms", "5000", "a job whose worker is silent for so long goes to another", Kind::Number, "", false,
         200, 600'000},
        {"queue-sweep-ms", "2000", "how often such jobs are looked for", Kind::Number, "", false, 50, 600'000},
        {"queue-backoff-ms", "500", "pause before a job's second try; doubled at each further one", Kind::Number, "",
         false, 10, 600'000},
        {"pricing-lead-minutes", "20", "how long before it comes into force a price is published at the latest",
         Kind::Number, "", false, 0, 10'080},
        {"secrets-file", "", "JSON file with the service's own keys, mode 0600; local mode makes one"},
        {"demo", "true", "local mode: fill an empty store with an invented company and publish its accounts",
         Kind::Flag},
        {"demo-messages", "200000", "how many messages that company has", Kind::Number, "", false, 0, 2'000'000},
        {"demo-rides", "500000", "how many past rides that company has", Kind::Number, "", false, 0, 4'000'000},
        {"demo-traffic", "20", "messages a minute that company goes on sending", Kind::Number, "", false, 0, 6'000},
        {"log-file", "",
         "JSON lines, rotated at 10 MB, five kept; empty = stderr, in local mode also data-dir/service.log"},
        {"log-level", "info", "how much is logged", Kind::Word, "debug info warn error"},
        {"drain-seconds", "10", "after SIGTERM, the time for what runs to end", Kind::Number, "", false, 1, 300},
        {"threads", "8", "threads that handle requests", Kind::Number, "", false, 1, 256},
        {"max-connections", "1024", "HTTP connections at once", Kind::Number, "", false, 16, 100'000},
    };
    return table;
}

QString Config::help() {
    QString text =
        "wemo-service: the service of WeMo Console.\n\n"
        "With no option at all it runs in local mode: demo data, SQLite, a Redis and a gateway simulator of\n"
        "its own. Each key may stand in the file given by --config, in the environment (redis-url is\n"
        "WEMO_REDIS_URL) or on the command line (--redis-url VALUE); the later in this list wins.\n\n"
        "  --config FILE       a TOML file of these keys (environment: WEMO_CONFIG)\n"
        "  --check-queues      look for jobs that stand in two places or none and for locks left behind, in\n"
        "                      the Redis of the service that runs with these keys; a line a fault, then end:\n"
        "                      0 = none, 1 = there are faults, 2 = it could not be looked\n"
        "  --help, --version\n";
    for (const Key &key : keys()) {
        const QString name = QString::fromLatin1(key.name);
        text +=
            QString("  %1%2\n").arg((key.secret ? name : "--" + name).leftJustified(20), QString::fromLatin1(key.help));
        if (*key.words)
            text += QString(22, ' ') + "one of: " + QString::fromLatin1(key.words).replace(' ', ", ") + '\n';
        if (key.secret)
            text += QString(22, ' ') + "secret: file or environment only\n";
        else if (*key.fallback)
            text += QString(22, ' ') + "default: " + QString::fromLatin1(key.fallback) + '\n';
    }
    return text;
}

} // namespace wemo::runtime
