#pragma once
#include "ui/pages/blocking/blocking_source.h"

#include <QWidget>

class QFrame;
class QLabel;
class QStandardItem;
class QStandardItemModel;

namespace wemo::ui {
class ListTable;
class MessageBar;
} // namespace wemo::ui

namespace wemo::pages::blocking {

/// "What would happen now": the answer in a sentence, what each policy says, and the bans that catch it. Nothing is
/// counted by looking.
class TrialView final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrialView)

public:
    explicit TrialView(QWidget *parent = nullptr);
    void setPolicies(const QList<PolicyRecord> &policies);
    /// Blocks in force for it, also those of single requesters, which no trial knows of.
    void setBlocks(const QList<Block> &blocks);
    void showTrial(const wemo::blocking::Trial &trial);
    void showError(const ui::ApiError &error);
    /// Where only the history is known, why.
    void showWithout(const QString &sentence);
    void clear();

Q_SIGNALS:
    void retryRequested();
    void banRequested(const QString &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void fill();
    QStandardItem *ruleCell(const wemo::blocking::TrialVerdict &verdict) const;
    void fillVerdicts();
    void fillBans();
    QString answer() const;
    void retranslate();

    std::optional<wemo::blocking::Trial> m_trial;
    int m_blockedRequesters = 0;
    QList<PolicyRecord> m_policies;
    QString m_without;
    ui::MessageBar *m_error;
    QFrame *m_box;
    QLabel *m_answer;
    QLabel *m_outside;
    QLabel *m_verdictsHeading;
    ui::ListTable *m_verdicts;
    QStandardItemModel *m_verdictRows;
    QLabel *m_bansHeading;
    ui::ListTable *m_bans;
    QStandardItemModel *m_banRows;
};

} // namespace wemo::pages::blocking
