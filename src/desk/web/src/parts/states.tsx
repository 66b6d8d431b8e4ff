import { Alert, Button, Code, Loader, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

export function Waiting({ what }: { readonly what: string }) {
  return (
    <Stack align="center" py="xl" role="status">
      <Loader size="sm" />
      <Text size="sm" c="dimmed">
        {what} …
      </Text>
    </Stack>
  )
}

export function Failed({ error, retry }: { readonly error: Error; readonly retry?: () => void }) {
  return (
    <Alert color="red" title="That did not work" role="alert">
      <Text size="sm">{error.message}</Text>
      {retry && (
        <Button mt="sm" size="xs" variant="default" onClick={retry}>
          Try again
        </Button>
      )}
    </Alert>
  )
}

export function Empty({ children }: { readonly children: ReactNode }) {
  return (
    <Text c="dimmed" py="lg">
      {children}
    </Text>
  )
}

export function NoReports() {
  return (
    <Stack maw={560} py="lg">
      <Title order={2}>No reports yet</Title>
      <Text>Stop the desk, add some, and open it again:</Text>
      <Code block>{'sitrep add reports/\nsitrep serve'}</Code>
    </Stack>
  )
}

export function NotFound() {
  return (
    <Stack py="lg" align="flex-start">
      <Title order={2}>There is nothing here</Title>
      <Button component={Link} to="/" variant="default">
        To the overview
      </Button>
    </Stack>
  )
}
