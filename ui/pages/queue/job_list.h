#pragma once
#include "ui/pages/queue/job_model.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace wemo::ui {
class EmptyState;
class MessageBar;
class SearchField;
class SkeletonLoading;
} // namespace wemo::ui

namespace wemo::pages::queue {

class JobTable;

/// The jobs of one state: search and actions above, the table or what stands in its place, and below how much of it one
/// sees. What is selected is some jobs by id, or all that match.
class JobList final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobList)

public:
    JobList(JobSource &source, std::function<Instant()> now, QWidget *parent = nullptr);

    /// Buttons over the list and its context menu; they keep their own visibility.
    void setActions(const QList<QAction *> &actions);
    /// Whether all that match may be selected at once.
    void setMayActOnAll(bool may);
    void setQuery(const QString &queue, wemo::queue::JobState state, const QString &search);
    /// The page says above that what is shown was true a while ago.
    void setStale(bool stale);
    wemo::queue::JobState state() const { return m_state; }
    QString search() const;
    void clearSearch();
    void focusSearch();
    void focusList();

    wemo::queue::JobSelection selection() const;
    bool isAllSelected() const { return m_allSelected; }
    qint64 selectedCount() const; ///< of all that match: of the state, as far as it is known
    /// False when nothing but the current row was selected.
    bool clearSelection();
    void setCurrentJob(const QString &id);
    const wemo::queue::JobRow *row(const QString &id) const;

    void refresh();
    /// Reads again where that disturbs nobody: not while one reads further down, searches or collects rows.
    void refreshQuietly();
    JobModel &model() { return *m_model; }

Q_SIGNALS:
    void opened(const QString &id);
    void currentChanged(const QString &id);
    void selectionChanged();
    void searched();
    void loaded();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void setColumns();
    void buildFooter();
    void wire();
    void query();
    void onModelChanged();
    void showState();
    void showNothing();
    void showFooter();
    QString footerText() const;
    void onSelection();
    void onEmptyAction();
    void selectAll();
    void keepSelection();
    void retranslate();

    std::function<Instant()> m_now;
    QString m_queue;
    wemo::queue::JobState m_state = wemo::queue::JobState::Waiting;
    JobModel *m_model;
    ui::SearchField *m_search;
    QHBoxLayout *m_buttons;
    ui::MessageBar *m_error;
    QStackedWidget *m_stack;
    JobTable *m_table;
    ui::SkeletonLoading *m_loading;
    ui::EmptyState *m_empty;
    QLabel *m_summary;
    QPushButton *m_searchOn;
    QPushButton *m_selectAll;
    QString m_current;
    QStringList m_kept; ///< selected before the rows were replaced
    Instant m_readAt{};
    bool m_mayActOnAll = false;
    bool m_allSelected = false;
    bool m_stale = false;
    bool m_quiet = false; ///< the list selects, not the person
};

} // namespace wemo::pages::queue
