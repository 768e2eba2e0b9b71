#pragma once
#include "ui/pages/pricing/config_section.h"

#include <QUndoStack>

class QCheckBox;
class QMenu;

namespace wemo::pages::pricing {

/// A config as a form built from its components. Checked while one types, each mistake beside its field; what is typed
/// is never lost, whatever it is. Ctrl+Z and Ctrl+Shift+Z go over all edits. Inputs are named by their path in the
/// service's JSON ("components[1].segments[0].end"), so its field errors are placed by path. Put it into a scroll area:
/// it is as high as its components are. At least 360 px wide.
class ConfigForm final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConfigForm)

public:
    explicit ConfigForm(QWidget *parent = nullptr);

    /// For the choice of zones.
    void setNames(const CatalogNames &names);
    /// Begins anew: no undo beyond it, not modified.
    void setConfig(const wemo::pricing::Config &config);
    void setDraft(const ConfigDraft &draft);
    /// What is typed, if it is a config; else every mistake at its field.
    Result<wemo::pricing::Config> config() const { return m_draft.config(); }
    const ConfigDraft &draft() const { return m_draft; }
    /// It differs from what setConfig() or setDraft() gave, or setClean() saw last.
    bool isModified() const { return !(m_draft == m_clean); }
    void setClean() { m_clean = m_draft; }

    void setReadOnly(bool readOnly);
    bool isReadOnly() const { return m_readOnly; }
    /// What the service found, with paths that begin at the config; cut off `prefix` ("config.", "items[2].config.").
    /// Each stays until its field is edited.
    void showErrors(const QList<FieldError> &errors, const QString &prefix = {});
    QUndoStack *undoStack() { return &m_undo; }
    /// Puts the focus into the first field with a mistake; false = there is none.
    bool focusFirstError();

Q_SIGNALS:
    /// What is typed changed; config() says whether it is one.
    void changed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    friend class ConfigEdit;
    void edit(const ConfigDraft &next, const QString &place);
    void apply(const ConfigDraft &draft);
    void rebuild();
    void connectSection(ConfigSection *section);
    void follow();
    void followErrors();
    void fillMenu();
    void makeTakes();
    void addComponent(const QString &word);
    void focusInput(const QString &name);
    void forget(const QString &path);

    ConfigDraft m_draft;
    ConfigDraft m_clean;
    CatalogNames m_names;
    QList<FieldError> m_told; ///< by the service
    QSet<QString> m_whole;    ///< components all of whose rows are shown, by word
    bool m_readOnly = false;
    QUndoStack m_undo;
    QWidget *m_body;
    QVBoxLayout *m_sections;
    QList<ConfigSection *> m_parts;
    QLabel *m_error;
    QPushButton *m_add;
    QMenu *m_menu;
    QLabel *m_takesTitle;
    QList<QCheckBox *> m_takes;
};

} // namespace wemo::pages::pricing
