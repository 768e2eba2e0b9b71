#pragma once
#include "ui/pages/blocking/blocking_source.h"
#include "ui/pages/blocking/live_refresh.h"
#include "ui/shell/page.h"

class QLabel;

namespace wemo::ui {
class ActionPanel;
class SideSplit;
struct ActionForm;
} // namespace wemo::ui

namespace wemo::pages::blocking {

class BlockingDesk;
class HistoryView;
class SubjectBar;
class TrialView;

/// One subject: what would happen to it now, and everything that happened to it. Looking counts nothing.
/// A place: kind and subject; kind and value may be given, but a value is never remembered.
class SubjectHistoryPage final : public ui::Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SubjectHistoryPage)

public:
    static ui::PageSpec spec();

    SubjectHistoryPage(const ui::PageContext &context, QWidget *parent);
    ~SubjectHistoryPage() override;

    QList<QAction *> commands() override;
    void refresh() override;
    bool focusFilter() override;
    bool backOut() override;
    QString place() const override;
    void openPlace(const QString &place) override;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void wire();
    void wireActs();
    void lookUp(const SubjectQuery &subject);
    void tryOut();
    void findBlocks();
    void readPolicies();
    void followState();
    QList<BlockKey> blocks() const;
    void ask(ui::ActionForm form);
    void onConfirmed(const QString &formId, const QVariantMap &values);
    void closeSide();
    void retranslate();

    ui::PageContext m_context;
    BlockingSource m_source;
    LiveRefresh *m_live;
    BlockingDesk *m_desk;
    SubjectQuery m_subject;
    std::optional<wemo::blocking::Trial> m_trial;
    QList<Block> m_found; ///< in force for it, those of single requesters too
    quint64 m_epoch = 0;
    QList<BlockKey> m_asked;
    QAction *m_lift;
    QAction *m_ban;
    SubjectBar *m_bar;
    QLabel *m_title;
    QWidget *m_trialArea; ///< hidden while nobody is asked about
    TrialView *m_trialView;
    HistoryView *m_history;
    ui::SideSplit *m_split;
    ui::ActionPanel *m_form;
};

} // namespace wemo::pages::blocking
