#pragma once
#include "services/sms/message_sender.h"
#include "services/sms/template_book.h"

namespace wemo::sms {

/// What whoever made a code says of it, by the key of its message.
struct OpenCode {
    bool isKnown = false; ///< false: it was made elsewhere, and nobody here can say
    QString refusal;      ///< code-used or code-expired; empty: it is still waited for
    QString code;         ///< then; never logged
    int minutes = 0;      ///< which it is still valid for
};
using AskForCode = std::function<Result<OpenCode>(const QString &messageKey)>;

/// A person, or a service of ours, who acts on a message.
struct Act {
    using Note = std::function<Result<void>(storage::Connection &, const Message &)>;
    QString by;
    QString reason;
    QString requestId;
    Note note; ///< written in the act's transaction, as is the audit log; may be empty
};

/// Sends a message again: a new one that names the old. Each message is sent again once; a second time it is the newest
/// that is sent again, so that two people at once, or a killed service, never send twice. A code is sent again while it
/// is waited for; any other text is what was stored of it. Thread-safe.
class Resender {
public:
    struct Parts {
        MessageLog &log;
        MessageSender &sender;
        const TemplateBook &templates;
        AskForCode askForCode;
    };
    explicit Resender(Parts parts)
        : m_parts(std::move(parts)) {}

    struct Candidate {
        MessageRecord record;
        QString key;                ///< it was asked for with; empty = none
        std::optional<Id> resentAs; ///< it has been sent again
        QString keyOfNext() const;  ///< what sending it again is asked for with
    };
    /// Held until the end of the transaction.
    Result<Candidate> hold(storage::Connection &connection, Id id) const;
    /// Many at once, unheld, by descending id; those that are gone are left out.
    Result<QList<Candidate>> look(storage::Connection &connection, const QList<Id> &ids) const;

    /// Why it is not sent again; empty = it may be: still-open, resent-already, code-used, code-expired, code-not-kept,
    /// text-gone, number-gone.
    Result<QString> refusalOf(const Candidate &candidate) const;
    /// In words, as the answer to whoever asked; Conflict.
    static Error errorOf(const QString &refusal, const Candidate &candidate);

    /// The caller has made sure that it may be, and calls committed() of the sender after the commit.
    Result<Requested> send(storage::Connection &connection, Candidate &candidate, const Act &act,
                           const QString &bulk = {}) const;

private:
    Result<QString> refusalOfCode(const Candidate &candidate) const;
    Result<void> fillText(const Candidate &candidate, NewMessage &message) const;
    Result<void> fillCode(const Candidate &candidate, NewMessage &message) const;

    Parts m_parts;
};

} // namespace wemo::sms
