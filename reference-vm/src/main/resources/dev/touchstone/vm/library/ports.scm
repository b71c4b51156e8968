;; Ports and files, as far as procedures of the program are called (R7RS 6.13.1); and the end of a program (R7RS 6.14).
;;
;; If what is called does not return, the port stays open: it may be gone back to (PORT-9).

(define (call-with-port port procedure)
  (%check-port 'call-with-port port)
  (%check-procedure 'call-with-port 2 procedure)
  (let-values ((results (procedure port)))
    (close-port port)
    (apply values results)))

(define (call-with-input-file path procedure)
  (%check-procedure 'call-with-input-file 2 procedure)
  (call-with-port (open-input-file path) procedure))

(define (call-with-output-file path procedure)
  (%check-procedure 'call-with-output-file 2 procedure)
  (call-with-port (open-output-file path) procedure))

(define (with-input-from-file path thunk)
  (%check-procedure 'with-input-from-file 2 thunk)
  (let ((port (open-input-file path)))
    (let-values ((results (%parameterize (list current-input-port) (list port) thunk)))
      (close-port port)
      (apply values results))))

(define (with-output-to-file path thunk)
  (%check-procedure 'with-output-to-file 2 thunk)
  (let ((port (open-output-file path)))
    (let-values ((results (%parameterize (list current-output-port) (list port) thunk)))
      (close-port port)
      (apply values results))))

;; The after thunks of all winds run, innermost first, each in the state around its wind.
(define exit
  (case-lambda
    (() (exit #t))
    ((code)
     (%travel (%steps-to (%outermost-state)))
     (%exit code))))
