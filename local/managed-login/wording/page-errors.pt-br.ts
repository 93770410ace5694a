import type { PageErrorTexts } from './page-errors.en.ts'

const startAgain = 'Volte ao aplicativo e comece novamente.'
const cookies = 'Os cookies precisam estar permitidos para este endereço.'

export const pageErrors: PageErrorTexts = {
  errors: {
    client_not_found: {
      title: 'Este cliente de aplicativo não existe',
      cause: 'O client_id da solicitação não pertence a este grupo de usuários.',
      fix: 'Use o userPoolClientId indicado em /config.json. Ele muda quando a pasta de dados é excluída.',
    },
    expired_page: {
      title: 'Algo deu errado',
      cause: 'Esta página foi aberta há muito tempo ou em outro navegador.',
      fix: `${startAgain} ${cookies}`,
    },
    foreign_post: {
      title: 'Algo deu errado',
      cause: 'Outro site tentou enviar este formulário.',
      fix: `${startAgain} Nada foi alterado.`,
    },
    invalid_request: {
      title: 'A solicitação está incompleta',
      cause: 'Um parâmetro está faltando ou aparece mais de uma vez.',
      fix: 'Envie cada parâmetro uma única vez. A biblioteca do cliente de aplicativo faz isso quando está bem configurada.',
    },
    login_pages_unavailable: {
      title: 'As páginas de login não estão disponíveis',
      cause: 'Entre em contato com um administrador.',
      fix: 'As páginas de login só aparecem para clientes de aplicativo que têm um estilo: adicione um AWS::Cognito::ManagedLoginBranding para o cliente em infra/template.yaml.',
    },
    logout_uri_mismatch: {
      title: 'A solicitação de logout está incompleta',
      cause: 'Falta um logout_uri registrado, ou faltam redirect_uri e response_type.',
      fix: 'Envie client_id e um logout_uri idêntico, caractere por caractere, a uma das LogoutURLs do cliente de aplicativo; ou redirect_uri e response_type para fazer login novamente.',
    },
    method_not_allowed: {
      title: 'Este endereço é para outro tipo de solicitação',
      cause: 'Este endereço não responde ao método HTTP da solicitação.',
      fix: 'Abra as páginas seguindo links. Navega-se até /oauth2/authorize e /logout; eles não são chamados com fetch.',
    },
    not_found: {
      title: 'Não há nada neste endereço',
      cause: 'Esta página não existe.',
      fix: startAgain,
    },
    redirect_mismatch: {
      title: 'O URI de redirecionamento não está registrado',
      cause:
        'O redirect_uri da solicitação (redirect_mismatch) não é nenhum dos URLs de retorno de chamada do cliente de aplicativo. A comparação é feita caractere por caractere: contam o esquema, o host, a porta, o caminho, a barra no final e as maiúsculas.',
      fix: 'Adicione o URI às CallbackURLs do cliente de aplicativo em infra/template.yaml, ou faça o aplicativo enviar um dos registrados.',
    },
    server_error: {
      title: 'Algo deu errado',
      cause: 'Ocorreu um erro na AWS local.',
      fix: 'O terminal dela mostra qual.',
    },
    unauthorized_client: {
      title: 'O cliente de aplicativo não pode usar OAuth',
      cause: 'Nenhum fluxo do OAuth 2.0 está ativado para o cliente de aplicativo.',
      fix: 'Defina AllowedOAuthFlowsUserPoolClient, AllowedOAuthFlows e AllowedOAuthScopes do cliente de aplicativo em infra/template.yaml.',
    },
    unexpected_answer: {
      title: 'Este login não pode ser concluído aqui',
      cause:
        'Ele foi iniciado em outro navegador, já foi concluído ou levou mais de um quarto de hora.',
      fix: `Volte ao aplicativo e faça login novamente. ${cookies}`,
    },
    unknown_identity_provider: {
      title: 'Este provedor de identidade não existe',
      cause:
        'A solicitação indica um provedor que este cliente de aplicativo não aceita. Maiúsculas e minúsculas são diferenciadas.',
      fix: 'Use COGNITO ou um dos provedores aceitos pelo cliente de aplicativo. Para adicionar outro, inclua-o no grupo de usuários e em SupportedIdentityProviders do cliente de aplicativo em infra/template.yaml.',
    },
  },
  labels: {
    parameter: 'Parâmetro',
    sent: 'Enviado',
    registered: 'Registrado',
    fix: 'O que fazer',
    differs: (expected) => `O caractere marcado deveria ser “${expected}”.`,
    endsEarly: (rest) => `Termina onde o registrado continua com “${rest}”.`,
    goesOn: 'Continua onde o registrado termina.',
  },
}
