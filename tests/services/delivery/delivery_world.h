#pragma once
#include "services/delivery/delivery_monitor.h"
#include "tests/services/sms/sms_world.h"

namespace wemo::tests {

/// Messages with an end, and those who count them.
struct DeliveryWorld : SmsWorld {
    staff::AuditLog audit{clock, ids};
    QList<delivery::Balance> balances;
    delivery::AlarmRules rules;
    delivery::DeliveryRollup rollup{database, clock};
    delivery::PrefixBreaker breaker{{database, clock, ids, audit, afterCommit}};
    delivery::AlarmWatch watch{{database, clock, ids, breaker, metrics, [this] { return balances; }, afterCommit},
                               rules};
    const staff::Account lin{7, "lin", "Lin", staff::Role::CustomerService};

    /// Asked for now, taken by the gateway, ended so after `took`.
    Id sent(const QString &code, Milliseconds took = std::chrono::seconds(4), const QString &prefix = "0912") {
        sms::NewMessage message = SmsWorld::message();
        message.number = *phone::PhoneNumber::fromE164("+886" + prefix.mid(1) + "345678");
        const Id id = send(message);
        work(id);
        clock.advance(took);
        if (!code.isEmpty())
            arrive(id, code, prefix);
        return id;
    }
    void arrive(Id id, const QString &code, const QString &prefix = "0912") {
        sms::Receipt news = receipt(id, code, 0);
        news.number = "+886" + prefix.mid(1) + "345678";
        if (!receipts.take(news))
            qFatal("the receipt was not taken");
    }
    void verify(Id id) {
        const auto done = database.write([&](storage::Connection &connection) -> Result<void> {
            Result<sms::MessageRecord> record = log.lock(connection, id);
            record->message.verifiedAt = clock.now();
            return log.store(connection, *record);
        });
        if (!done)
            qFatal("not verified");
    }
    /// Until nothing is left to count.
    int rounds() {
        for (int n = 1; n < 1'000; ++n)
            if (!rollup.round().value_or(false))
                return n;
        return -1;
    }
    delivery::StatsReport report(Milliseconds back, delivery::Grouping by) {
        const auto found = rollup.report(clock.now() - back, clock.now() + std::chrono::hours(1), by);
        return found.value_or(delivery::StatsReport());
    }
};

} // namespace wemo::tests
