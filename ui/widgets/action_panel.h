#pragma once
#include "ui/client/api_error.h"

#include <QVariantMap>
#include <QWidget>

#include <functional>

class QFormLayout;
class QLabel;
class QPushButton;

namespace wemo::ui {

class DetailPanel;
class MessageBar;

/// One thing to fill in before something is done.
struct ActionField {
    enum class Kind {
        Whole,
        Decimal,
        Choice,
        Check,
        Text,
        Suggested, ///< text, with some of the usual ones to choose from
        Time       ///< an Instant in ms, shown by the clock of Taipei
    };
    Kind kind = Kind::Whole;
    QString key;
    QString label;
    QVariant value;
    double lowest = 0;
    double highest = 1'000'000; ///< of a text: how long it may be
    QString suffix = {};
    QList<QPair<QString, QVariant>> choices = {};
    QString enabledBy = {}; ///< key of the check mark that lets it be filled in; empty: always
    bool required = false;  ///< of a text: nothing is done while it is empty
};

/// What is asked before something is done: its title, the target, what will happen, and the verb for the button, which
/// follows what is filled in.
struct ActionForm {
    QString id;
    QString title;
    QString target;
    QString sentence;
    bool dangerous = false; ///< it cannot be taken back
    QList<ActionField> fields = {};
    std::function<QString(const QVariantMap &)> verb = {};
    /// What is wrong with what is filled in, by key; nothing is done while there is something. May be empty.
    std::function<QHash<QString, QString>(const QVariantMap &)> check = {};
};

/// The panel that asks it, in the place of the details: no window stands in front of what it is about.
class ActionPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActionPanel)

public:
    explicit ActionPanel(QWidget *parent = nullptr);
    void ask(ActionForm form);
    const QString &formId() const { return m_form.id; }
    QVariantMap values() const;
    void setBusy(bool busy);
    /// Wrong fields of ours are said beside them.
    void showError(const ui::ApiError &error);
    /// Something of the caller's between fields and buttons, such as what another changed meanwhile; nothing = none.
    void setNote(const QString &text);

Q_SIGNALS:
    void confirmed(const QString &formId, const QVariantMap &values);
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Input {
        QWidget *widget = nullptr;
        QLabel *fault = nullptr; ///< below it; hidden while it is right
    };
    QWidget *makeInput(const ActionField &field);
    void addRow(const ActionField &field);
    void followFields();
    void showFaults(const QHash<QString, QString> &faults);
    void confirm();
    QWidget *firstInput() const;
    void retranslate();

    ActionForm m_form;
    QHash<QString, Input> m_inputs;
    bool m_busy = false;
    bool m_ready = true; ///< everything required is filled in, and right
    DetailPanel *m_panel;
    MessageBar *m_error;
    QLabel *m_target;
    QLabel *m_sentence;
    QLabel *m_note;
    QWidget *m_fields;
    QFormLayout *m_rows;
    QPushButton *m_confirm;
    QPushButton *m_cancel;
};

} // namespace wemo::ui
