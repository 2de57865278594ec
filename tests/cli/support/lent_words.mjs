// A clinic's file of invented words for a form whose own are not ours to have.

export const inventedWords = ({ questionnaire, form, version, questions }, { until = '2100-12-31' } = {}) => ({
    questionnaire,
    form,
    version,
    language: 'en-GB',
    licence: { holder: 'Larkrise Lane', number: 'invented-1', until },
    questions: questions.map(({ question, options }) => ({
        question,
        words: `Invented question ${question}?`,
        ...(options && { options: options.map(({ code }) => ({ code, words: `Invented answer ${code}` })) }),
    })),
});
