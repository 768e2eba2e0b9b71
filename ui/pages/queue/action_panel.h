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
} // namespace wemo::ui

namespace wemo::pages::queue {

/// One thing to fill in before something is done.
struct ActionField {
    enum class Kind { Whole, Decimal, Choice, Check };
    Kind kind = Kind::Whole;
    QString key;
    QString label;
    QVariant value;
    double lowest = 0;
    double highest = 1'000'000;
    QString suffix = {};
    QList<QPair<QString, QVariant>> choices = {};
    QString enabledBy = {}; ///< key of the check mark that lets it be filled in; empty: always
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
    std::function<QString(const QVariantMap &)> verb;
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
    void showError(const ui::ApiError &error);

Q_SIGNALS:
    void confirmed(const QString &formId, const QVariantMap &values);
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeField(const ActionField &field);
    QWidget *makeNumber(const ActionField &field);
    QWidget *makeChoice(const ActionField &field);
    void followFields();
    void retranslate();

    ActionForm m_form;
    QHash<QString, QWidget *> m_inputs;
    ui::DetailPanel *m_panel;
    ui::MessageBar *m_error;
    QLabel *m_target;
    QLabel *m_sentence;
    QWidget *m_fields;
    QFormLayout *m_rows;
    QPushButton *m_confirm;
    QPushButton *m_cancel;
};

} // namespace wemo::pages::queue
