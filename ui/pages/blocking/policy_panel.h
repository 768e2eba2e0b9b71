#pragma once
#include "ui/pages/blocking/blocking_source.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace wemo::ui {
class DetailPanel;
class MessageBar;
} // namespace wemo::ui

namespace wemo::pages::blocking {

class PolicyForm;
class PreviewView;
class VersionsView;

/// One policy beside the list: filled in, tried on the last days before it is saved, and its versions.
class PolicyPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PolicyPanel)

public:
    enum class Tab { Edit, Preview, Versions };

    explicit PolicyPanel(BlockingSource &source, QWidget *parent = nullptr);
    /// A new one has version 0. What is filled in and not saved stays while it is the same policy.
    void showPolicy(const PolicyRecord &record, bool mayEdit);
    void showTab(Tab tab);
    bool isDirty() const;
    const PolicyRecord &base() const;
    void setBusy(bool busy);
    /// A stale save shows what the other changed beside one's edit; saving again puts one's own over it.
    void showError(const ui::ApiError &error);
    /// It is saved: what is filled in is what stands.
    void saved(const PolicyRecord &record);

Q_SIGNALS:
    void closeRequested();
    void saveRequested(const PolicyRecord &record);
    void removeRequested();
    void restoreRequested(int version);
    void historyRequested(const QString &kind, const QString &subjectId);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *buildEdit();
    void wire();
    void follow();
    void takeTheirs();
    void retranslate();

    BlockingSource &m_source;
    bool m_mayEdit = false;
    bool m_busy = false;
    std::optional<PolicyRecord> m_theirs;
    ui::DetailPanel *m_panel;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    ui::MessageBar *m_error;
    QWidget *m_conflict;
    QLabel *m_conflictText;
    QPushButton *m_takeTheirs;
    PolicyForm *m_form;
    QPushButton *m_save;
    QPushButton *m_discard;
    QPushButton *m_remove;
    PreviewView *m_preview;
    VersionsView *m_versions;
};

} // namespace wemo::pages::blocking
