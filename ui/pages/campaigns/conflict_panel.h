#pragma once
#include "models/pricing/book.h"
#include "models/pricing/campaign.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace wemo::pages::campaigns {

class ResultTable;

/// A cell in which the other's campaign and one's own differ, or which the other changed.
struct ConflictRow {
    QString plan;
    QString key;
    QString loaded; ///< when one began to edit
    QString theirs;
    QString mine;
    bool operator==(const ConflictRow &) const = default;
};

/// Cell by cell what the other changed since `loaded`, beside one's own. `inventory` gives the prices of plans that are
/// in none of them.
QList<ConflictRow> conflictRows(const QList<wemo::pricing::InForce> &inventory, const wemo::pricing::Campaign &loaded,
                                const wemo::pricing::Campaign &theirs, const wemo::pricing::Campaign &mine);
/// Theirs with one's own cells over it; where both changed a cell, one's own.
QList<wemo::pricing::CampaignItem> mergedItems(const QList<wemo::pricing::InForce> &inventory,
                                               const wemo::pricing::Campaign &loaded,
                                               const wemo::pricing::Campaign &theirs,
                                               const wemo::pricing::Campaign &mine);

/// A stale save: what the other changed beside one's edit, and what one can do.
class ConflictPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConflictPanel)

public:
    explicit ConflictPanel(QWidget *parent = nullptr);
    void showConflict(const QList<ConflictRow> &rows, const wemo::pricing::Campaign &theirs);

Q_SIGNALS:
    void mergeRequested(); ///< one's own over theirs, cell by cell
    void theirsRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QList<ConflictRow> m_rows;
    QString m_other;
    Instant m_at{};
    QLabel *m_text;
    ResultTable *m_table;
    QPushButton *m_merge;
    QPushButton *m_theirs;
};

} // namespace wemo::pages::campaigns
