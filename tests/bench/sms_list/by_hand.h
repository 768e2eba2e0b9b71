#pragma once
#include "services/storage/database.h"

#include <QProcess>

namespace wemo::bench {

/// The same rows by psql or sqlite3: one session that stays open, one statement typed at a time, its answer read to the
/// end. So neither side pays for starting a program or for signing in, and both read every column of a page.
class ByHand {
public:
    explicit ByHand(const storage::Options &options);
    ~ByHand();
    Q_DISABLE_COPY_MOVE(ByHand)

    /// A page of 100 and one row to see whether there are more, as the list reads it.
    void ask(const QString &where, const QString &before);

private:
    QProcess m_shell;
};

} // namespace wemo::bench
